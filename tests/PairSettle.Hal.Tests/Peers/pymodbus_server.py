"""A Modbus TCP server made with pymodbus: prints its port, serves until its standard input ends.

Unit 1: input registers as an Eastron SDM630 has them.
Unit 2: holding registers as an ABB B23 has them, without export (all ones).
Unit 3: input registers as a Carlo Gavazzi EM24 E1 has them.
Unit 4: holding registers 0..199, each showing its own address, writable.
"""
import asyncio
import struct
import sys

from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.server.async_io import ModbusTcpServer


def words(code, value, swapped=False):
    octets = struct.pack(">" + code, value)
    result = [int.from_bytes(octets[i:i + 2], "big") for i in range(0, len(octets), 2)]
    return result[::-1] if swapped else result


def place(values):
    image = {}
    for address, content in values.items():
        for offset, word in enumerate(content):
            image[address + offset] = word
    return ModbusSparseDataBlock(image)


def unit(inputs=None, holdings=None):
    empty = ModbusSparseDataBlock({0xFFFF: 0})
    return ModbusSlaveContext(di=empty, co=empty, ir=inputs or empty, hr=holdings or empty, zero_mode=True)


SDM630 = place({
    0: words("f", 229.5), 2: words("f", 230.25), 4: words("f", 231.0),
    6: words("f", 16.0), 8: words("f", 15.5), 10: words("f", 15.875),
    52: words("f", 10950.4), 72: words("f", 12345.678), 74: words("f", 0.25),
})
ABB = place({
    0x5000: words("Q", 1234567), 0x5004: words("Q", 0xFFFFFFFFFFFFFFFF),
    0x5B00: words("I", 2301), 0x5B02: words("I", 0xFFFFFFFF), 0x5B04: words("I", 2299),
    0x5B0C: words("I", 1600), 0x5B0E: words("I", 0), 0x5B10: words("I", 1),
    0x5B14: words("i", -1104550), 0x8900: words("I", 31415926),
})
EM24 = place({
    0: words("i", 2300, True), 2: words("i", 2310, True), 4: words("i", 2290, True), 11: [1650],
    12: words("i", 70000, True), 14: words("i", -70000, True), 16: words("i", 5, True),
    40: words("i", -161005, True), 52: words("i", 1000001, True), 78: words("i", 65536, True),
})


async def main():
    units = {
        1: unit(inputs=SDM630), 2: unit(holdings=ABB), 3: unit(inputs=EM24),
        4: unit(holdings=place({address: [address] for address in range(200)})),
    }
    server = ModbusTcpServer(ModbusServerContext(slaves=units, single=False), address=("127.0.0.1", 0))
    serving = asyncio.ensure_future(server.serve_forever())
    await server.serving
    print(server.server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    serving.cancel()


asyncio.run(main())
