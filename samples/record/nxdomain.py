# SPDX-License-Identifier: MIT
"""A name server that knows no name: every question gets NXDOMAIN (RFC 1035 section 4.1.1)."""
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("192.0.2.1", 53))
while True:
    question, client = server.recvfrom(512)
    server.sendto(question[:2] + b"\x81\x83" + question[4:6] + bytes(6) + question[12:], client)
