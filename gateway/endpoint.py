"""The GraphQL-over-HTTP endpoint."""

import asyncio
import logging
import time
from typing import Any

from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
)
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from gateway.documents.directives import misuse
from gateway.documents.persisted import PersistedDocuments
from gateway.documents.prepared import Document, Documents
from gateway.documents.store import DocumentStore, MemoryDocumentStore
from gateway.documents.trusted import TrustedDocuments
from gateway.errors import Locate, format_error
from gateway.explain import explain
from gateway.identity import credentials_of, for_write, tracing_headers
from gateway.limits.calls import check_calls
from gateway.limits.forwarded import check_forwarded
from gateway.limits.variables import check_variables
from gateway.protocol.accept import GRAPHQL_JSON, JSON, accepts_parts, negotiate
from gateway.protocol.addresses import Addresses
from gateway.protocol.body import read_body
from gateway.protocol.caching import REVALIDATED, VARY, is_public
from gateway.protocol.csrf import check_get
from gateway.protocol.guard import Guard, is_cancelled
from gateway.protocol.headers import Headers, headers_of, is_repeated
from gateway.protocol.incremental import parts_response
from gateway.protocol.params import Params, params_of_body, params_of_url
from gateway.protocol.refusal import RefusedError, unforeseen
from gateway.protocol.request_id import request_id_of
from gateway.protocol.response import PARTIAL, encode, encode_nothing, refuse, request_errors, respond, tagged
from gateway.reports import Reports
from gateway.request_stats import ABANDONED, note_operation
from gateway.settings.settings import Settings
from loaders.calls.batch import Loaders
from loaders.calls.client import Allowance, LmsClient, Upstream
from loaders.credentials import Credentials
from loaders.errors import Code
from resolvers.fetch.context import Request
from resolvers.output.budget import AnswerTooLargeError, Budget
from resolvers.output.delivery import Delivered, Delivery
from resolvers.output.execution import divided, execute, variables_of
from resolvers.output.lookups import LookUps
from resolvers.plan.cache import kept_plan

__all__ = ["EXPLAIN_HEADER", "GraphQLEndpoint", "Params"]

EXPLAIN_HEADER = "x-lectern-explain"

_ALLOW = {"allow": "GET, HEAD, POST, OPTIONS"}
_GRACE = 1.0
"""Seconds after the deadline at which a request is cancelled. Calls end by the deadline; the rest is local work."""

_log = logging.getLogger("gateway.endpoint")


class GraphQLEndpoint:
    """The `/graphql` route. Each worker has one. It holds the state that all requests share, which has no data of
    learners.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        settings: Settings,
        upstream: Upstream,
        *,
        store: DocumentStore | None = None,
        trusted: TrustedDocuments | None = None,
    ) -> None:
        self._schema = schema
        self._settings = settings
        self._upstream = upstream
        self._explains = settings.allows(settings.explain)
        self._suggests = settings.allows(settings.suggestions)
        self.documents = Documents.of(schema, settings)
        if store is None and settings.persisted_queries:
            store = MemoryDocumentStore(settings.persisted_queries_characters)
        self._persisted = PersistedDocuments(
            trusted or TrustedDocuments(),
            store if settings.persisted_queries else None,
            trusted_only=settings.trusted_only and not settings.development,
        )
        self._addresses = Addresses(settings.proxy_networks())

    async def __call__(self, http: HttpRequest) -> Response:
        """Answers one HTTP request."""
        headers = headers_of(http.scope)
        request_id = request_id_of(headers)
        accept = headers.get("accept")
        media_type = negotiate(accept) or (JSON if accepts_parts(accept) else None)
        guard = Guard(http)
        try:
            response = await self._answer(http, headers, guard, media_type, request_id)
        except RefusedError as refusal:
            if refusal.status == ABANDONED:
                response = Response(status_code=ABANDONED)  # the client has disconnected, so it is no error
            else:
                response = refuse(refusal, media_type or JSON, request_id)
        except (Exception, asyncio.CancelledError) as error:  # the last resort: the client gets only the request id
            if isinstance(error, asyncio.CancelledError) and is_cancelled():
                raise
            _log.exception("unforeseen error", extra={"requestId": request_id})
            response = refuse(unforeseen(), media_type or JSON, request_id)
        finally:
            guard.close()
        response.raw_headers.append((b"x-request-id", request_id.encode("latin-1")))
        return response

    async def _answer(
        self, http: HttpRequest, headers: Headers, guard: Guard, media_type: str | None, request_id: str
    ) -> Response:
        if http.method == "OPTIONS":
            return Response(status_code=204, headers=_ALLOW)
        if media_type is None:
            raise RefusedError(406, f"The response is available as {GRAPHQL_JSON} or {JSON}; accept one of them.")
        params = await self._params(http, headers, guard)
        if params.variables:
            check_variables(params.variables, self._settings)
        text = await self._persisted.text(params)
        document = self.documents.prepare(text)
        if document.ast is None:
            return request_errors(document.errors, 400, media_type, request_id)
        await self._persisted.keep(params)
        operation = _operation_of(document, params)
        if operation.operation is not OperationType.QUERY and http.method != "POST":
            raise RefusedError(405, "Only queries can be sent with GET; use POST.", headers={"allow": "POST"})
        note_operation(operation.name.value if operation.name else None)
        credentials = credentials_of(headers, once=not is_repeated(http.scope, b"authorization"))
        check_forwarded(credentials)
        if operation.operation is not OperationType.QUERY:
            credentials = for_write(credentials, self._settings.unknown_origin)
        request = self._request(http, headers, document, params, credentials, request_id)
        try:
            in_chunks = http.scope["http_version"] != "1.0"
            parts = document.incremental and in_chunks and accepts_parts(headers.get("accept"))
            work = self.execute(document, params, request, parts=parts)
            seconds = self._settings.deadline + _GRACE
            if operation.operation is OperationType.QUERY:
                result = await guard.while_connected(seconds, work, request.loaders)
            else:
                result = await guard.within(seconds, work)
        except TimeoutError:
            request.loaders.abort()
            what = f"The operation took longer than {self._settings.deadline:g} s."
            raise RefusedError(504, what, Code.UPSTREAM_TIMEOUT) from None
        locate = self.documents.locator(text)
        if isinstance(result, ExecutionResult):
            is_write = operation.operation is OperationType.MUTATION
            return self._render(http, headers, params, request, result, media_type, locate, is_write=is_write)
        return self._render_parts(headers, request, *result, locate)

    async def _params(self, http: HttpRequest, headers: Headers, guard: Guard) -> Params:
        if http.method == "POST":
            body = await read_body(
                http, headers, guard, limit=self._settings.max_body_bytes, timeout=self._settings.read_timeout
            )
            return params_of_body(body)
        if http.method not in {"GET", "HEAD"}:
            raise RefusedError(405, "Use GET or POST.", headers=_ALLOW)
        check_get(headers)
        return params_of_url(http.scope["query_string"], self._settings.max_url_bytes)

    def _request(
        self,
        http: HttpRequest,
        headers: Headers,
        document: Document,
        params: Params,
        credentials: Credentials,
        request_id: str,
    ) -> Request:
        person = self._addresses.of(http.client.host if http.client else None, headers.get("x-forwarded-for"))
        client = LmsClient(
            self._upstream,
            credentials,
            deadline=time.monotonic() + self._settings.deadline,
            headers=tracing_headers(headers, request_id, person),
            allowance=Allowance(self._settings.max_calls),
        )
        return Request(
            loaders=Loaders(client),
            public_url=self._settings.public_url,
            request_id=request_id,
            compile=self._settings.compile,
            budget=Budget(self._settings.max_values, self._settings.max_response_bytes),
        )

    async def execute(
        self, document: Document, params: Params, request: Request, *, parts: bool = False
    ) -> ExecutionResult | tuple[Delivery, Delivered]:
        """Executes an operation. The response is incremental if a part is deferred or streamed and the client accepts
        it.
        """
        asked = document.operation(params.operation_name)
        whole, fragments = document.whole(params.operation_name)
        assert asked is not None
        assert whole is not None
        variables = variables_of(self._schema, asked, params.variables or {}, suggestions=self._suggests)
        if isinstance(variables, list):
            return ExecutionResult(None, [_bad_input(error) for error in variables])
        refused = misuse(document.flags, document.counts, variables.coerced, asked)
        if refused is not None:
            return ExecutionResult(None, [refused])
        request.variables = variables.coerced
        request.plans = self.documents.plans(document, variables.coerced, request.credentials, parts=parts)
        request.client.expected = request.plans.expected
        selected = (asked, document.fragments) if parts else (whole, fragments)
        divisions = divided(request, self._schema, *selected, parts=parts)
        request.operation = kept_plan(request, self._schema, fragments, whole, divisions)
        check_calls(request.operation, self._settings.max_calls)
        lookups = LookUps(self._schema, whole, fragments, variables, request, len(divisions))
        return await execute(lookups, divisions)

    def _render_parts(
        self, headers: Headers, request: Request, delivery: Delivery, first: Delivered, locate: Locate
    ) -> Response:
        def explained() -> dict[str, Any] | None:
            return {"explain": explain(request)} if self._explains and EXPLAIN_HEADER in headers else None

        until = request.client.deadline + _GRACE
        return parts_response(delivery, first, request.request_id, explained, request.loaders.abort, until, locate)

    def _render(
        self,
        http: HttpRequest,
        headers: Headers,
        params: Params,
        request: Request,
        result: ExecutionResult,
        media_type: str,
        locate: Locate,
        *,
        is_write: bool,
    ) -> Response:
        errors = result.errors
        if errors and result.data is None and all(error.path is None for error in errors):
            return request_errors(errors, 400, media_type, request.request_id, locate=locate)
        body: dict[str, Any] = {"data": result.data}
        if errors:
            reported = Reports().choose(errors, result.data)
            body["errors"] = [format_error(error, request.request_id, locate) for error in reported]
        if self._explains and EXPLAIN_HEADER in headers:
            body["extensions"] = {"explain": explain(request)}
        content = encode(body)
        if len(content) > self._settings.max_response_bytes:
            excess = AnswerTooLargeError("bytes", self._settings.max_response_bytes)
            if not is_write or not result.data:
                return request_errors([excess], 400, media_type, request.request_id)
            errors = excess.at_each(result.data)
            content = encode_nothing(result.data, errors, request.request_id)
        response = respond(content, PARTIAL if errors and media_type == GRAPHQL_JSON else 200, media_type)
        if http.method != "POST":
            response.headers["vary"] = VARY
            kept = self._kept(headers, params, request) if len(body) == 1 else None
            if kept is not None:
                return tagged(response, content, kept, headers.get("if-none-match"))
        return response

    def _kept(self, headers: Headers, params: Params, request: Request) -> str | None:
        """The `Cache-Control` of a successful response to GET; None if it must not be stored. A response to a request
        with cookies must not be stored, because a cache cannot distinguish the users.
        """
        max_age = self._settings.public_max_age
        if max_age and is_public(request):
            return f"public, max-age={max_age}"
        return REVALIDATED if params.is_persisted and "cookie" not in headers else None


def _operation_of(document: Document, params: Params) -> OperationDefinitionNode:
    """The requested operation."""
    operation = document.operation(params.operation_name)
    if operation is None:
        name = params.operation_name
        message = "`operationName` must say which of the operations is meant."
        if name is not None:
            message = "The document has no operation of the name that `operationName` gives."
        raise RefusedError(400, message, well_formed=True)
    return operation


def _bad_input(error: GraphQLError) -> GraphQLError:
    given = error.extensions or getattr(error.original_error, "extensions", None) or {}
    error.extensions = {"code": Code.BAD_USER_INPUT.value, **given}
    return error
