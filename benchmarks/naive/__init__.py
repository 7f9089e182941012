"""A GraphQL gateway as the documentation of Strawberry, httpx, aiodataloader and uvicorn leads one to write it."""
