# Installs the library into an empty folder and builds a program against it, once by its CMake package and once by
# its pkg-config file.
file(REMOVE_RECURSE ${PREFIX})
function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX}/usr --component library)
run(${CMAKE_COMMAND} -G ${GENERATOR} -S ${SOURCE} -B ${PREFIX}/by-cmake -DCMAKE_PREFIX_PATH=${PREFIX}/usr -DCMAKE_CXX_COMPILER=${CXX})
run(${CMAKE_COMMAND} --build ${PREFIX}/by-cmake)

file(GLOB_RECURSE pc ${PREFIX}/usr/*/sipgloss.pc)
get_filename_component(pc_folder ${pc} DIRECTORY)
set(ENV{PKG_CONFIG_PATH} ${pc_folder})
find_program(PKG_CONFIG NAMES pkg-config REQUIRED)
execute_process(COMMAND ${PKG_CONFIG} --cflags --libs sipgloss OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(flags)
run(${CXX} -std=c++20 ${SOURCE}/meaning.cpp -o ${PREFIX}/by-pkg-config ${flags})

foreach(program ${PREFIX}/by-cmake/meaning ${PREFIX}/by-pkg-config)
  execute_process(COMMAND ${program} OUTPUT_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
  if(NOT said MATCHES "^Busy Here / .+\n$")
    message(FATAL_ERROR "${program} said: ${said}")
  endif()
endforeach()
