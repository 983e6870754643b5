"""The smallest aiohttp server that answers: with what it was sent. It says its port."""

import asyncio

from aiohttp import web


async def echo(request: web.BaseRequest) -> web.Response:
    """The same again."""
    return web.Response(body=await request.read(), content_type="application/json")


async def main() -> None:
    """Listen on this machine alone, until killed."""
    listener = await asyncio.get_running_loop().create_server(web.Server(echo), "127.0.0.1")
    print(listener.sockets[0].getsockname()[1], flush=True)
    await listener.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
