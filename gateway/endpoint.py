"""GraphQL over HTTP: a request in, JSON out."""

import json
import time
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLError, GraphQLSchema
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from gateway.documents import Document, Documents
from gateway.engine.executor import GatewayExecutor, is_awaitable
from gateway.errors import format_error
from gateway.explain import explain
from gateway.identity import credentials_of, request_id_of, tracing_headers
from gateway.settings import Settings
from loaders.batch import Loaders
from loaders.client import LmsClient, Upstream
from loaders.errors import Code
from resolvers.context import Request

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
EXPLAIN_HEADER = "x-lectern-explain"


@dataclass(frozen=True, slots=True)
class Params:
    """What a client asks: the members of a GraphQL-over-HTTP request."""

    query: str
    operation_name: str | None = None
    variables: dict[str, Any] | None = None


class RefusedError(Exception):
    """A request that is refused before GraphQL begins, with its HTTP status."""

    def __init__(self, status: int, message: str, code: Code = Code.BAD_USER_INPUT) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


class GraphQLEndpoint:
    """The `/graphql` route. One per worker; holds what all requests share, none of it a learner's."""

    def __init__(self, schema: GraphQLSchema, settings: Settings, upstream: Upstream) -> None:
        self._schema = schema
        self._settings = settings
        self._upstream = upstream
        self._explains = settings.allows(settings.explain)
        self._documents = Documents(schema, introspection=settings.allows(settings.introspection))

    async def __call__(self, http: HttpRequest) -> Response:
        """Answers one HTTP request."""
        request_id = request_id_of(http)
        try:
            params = read_params(http, await self._body(http))
            response = await self._respond(http, params, request_id)
        except RefusedError as refusal:
            error = GraphQLError(str(refusal), extensions={"code": refusal.code.value})
            response = _json({"errors": [format_error(error, request_id)]}, refusal.status)
            if refusal.status == 405:
                response.headers["allow"] = "GET, POST"
        response.headers["x-request-id"] = request_id
        response.headers.setdefault("cache-control", "private, no-store")
        return response

    async def _body(self, http: HttpRequest) -> bytes:
        if http.method != "POST":
            raise RefusedError(405, "Send a POST request with a JSON body.")
        media_type = http.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type != JSON:
            raise RefusedError(415, "The Content-Type must be application/json.")
        limit = self._settings.max_body_bytes
        too_large = RefusedError(413, f"The request body may have {limit} bytes at most.")
        if int(http.headers.get("content-length") or 0) > limit:
            raise too_large
        chunks = bytearray()
        async for chunk in http.stream():
            chunks += chunk
            if len(chunks) > limit:
                raise too_large
        return bytes(chunks)

    async def _respond(self, http: HttpRequest, params: Params, request_id: str) -> Response:
        document = self._documents.prepare(params.query)
        if document.ast is None:
            return _json({"errors": [format_error(error, request_id) for error in document.errors]}, 200)
        client = LmsClient(
            self._upstream,
            credentials_of(http),
            deadline=time.monotonic() + self._settings.deadline,
            headers=tracing_headers(http, request_id),
        )
        request = Request(
            loaders=Loaders(client),
            public_url=self._settings.public_url,
            request_id=request_id,
            flags=document.choices(params.variables),
            plans=document.plans,
        )
        result = await self.execute(document, params, request)
        body: dict[str, Any] = {"data": result.data}
        if result.errors:
            body["errors"] = [format_error(error, request_id) for error in result.errors]
            if result.data is None and all(error.path is None for error in result.errors):
                del body["data"]
        if self._explains and http.headers.get(EXPLAIN_HEADER):
            body["extensions"] = {"explain": explain(request)}
        return _json(body, 200)

    async def execute(self, document: Document, params: Params, request: Request) -> ExecutionResult:
        """Executes one operation of a prepared document."""
        assert document.ast is not None
        executor = GatewayExecutor.build(
            self._schema,
            document.ast,
            context_value=request,
            raw_variable_values=params.variables,
            operation_name=params.operation_name,
            is_awaitable=is_awaitable,
        )
        if isinstance(executor, list):
            return ExecutionResult(None, [_bad_input(error) for error in executor])
        result = executor.execute_operation()
        if is_awaitable(result):
            result = await result
        assert isinstance(result, ExecutionResult)
        return result


def read_params(http: HttpRequest, body: bytes) -> Params:
    """The request's members, checked; raises RefusedError with a message that says what is wrong."""
    try:
        decoded = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise RefusedError(400, "The request body is not JSON.") from None
    if not isinstance(decoded, dict):
        raise RefusedError(400, "The request body must be a JSON object with a `query`.")
    query = decoded.get("query")
    if not isinstance(query, str) or not query.strip():
        raise RefusedError(400, "`query` must be a string with a GraphQL document.")
    operation_name = decoded.get("operationName")
    if operation_name is not None and not isinstance(operation_name, str):
        raise RefusedError(400, "`operationName` must be a string.")
    variables = decoded.get("variables")
    if variables is not None and not isinstance(variables, dict):
        raise RefusedError(400, "`variables` must be an object.")
    return Params(query, operation_name or None, variables)


def _bad_input(error: GraphQLError) -> GraphQLError:
    told = error.extensions or getattr(error.original_error, "extensions", None) or {}
    error.extensions = {"code": Code.BAD_USER_INPUT.value, **told}
    return error


def _json(body: Any, status: int) -> Response:
    try:
        content = orjson.dumps(body)
    except TypeError:
        content = json.dumps(body).encode()  # integers beyond 64 bits, which orjson refuses
    return Response(content, status, media_type=JSON)
