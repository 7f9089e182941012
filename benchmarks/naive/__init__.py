"""A GraphQL gateway written as the documentation of Strawberry, httpx, aiodataloader and uvicorn suggests."""
