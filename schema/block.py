"""Blocks of a course as one flat list, for the mobile apps."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

import strawberry

import resolvers.blocks
from loaders.endpoints.block import BLOCKS
from loaders.endpoints.mobile import MOBILE_BLOCKS
from resolvers import steps
from resolvers.context import Info
from resolvers.row import Row
from resolvers.source import around, at, entries, here, named
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import URL, DateTime, UsageKey

BlockTypes = Annotated[
    list[str] | None,
    strawberry.argument(
        description="Only blocks of these types, such as `chapter`, `sequential`, `vertical`, `html`, `problem` or "
        "`video`; null means all. 50 at most."
    ),
]


def _child_keys(
    root: Row,
    info: Info,
    types: Annotated[
        list[str] | None,
        strawberry.argument(
            description="The nearest blocks of these types, 50 types at most: what lies between is left out, its "
            "children stand in its place. Null: the blocks right below."
        ),
    ] = None,
) -> list[str]:
    return resolvers.blocks.child_keys(root, types or ())


def _counts(
    root: Row,
    info: Info,
    types: Annotated[
        list[str] | None,
        strawberry.argument(
            description="Types to count, 50 at most. Null: `html`, `problem`, `video` and `discussion`."
        ),
    ] = None,
) -> list[Row] | None:
    return resolvers.blocks.counts(root, types or ())


def _usual_counts(counts: Any) -> dict[str, Any]:
    """Without what another selection of the operation has counted too."""
    return {name: count for name, count in counts.items() if name in resolvers.blocks.COUNTED}


def _video(data: Mapping[str, Any]) -> Any:
    """The data of a video; other types have data of their own."""
    return data if "only_on_web" in data else None


@strawberry.type(description="How many blocks of one type lie below.")
class BlockCount(Node):
    id: strawberry.ID = identified(around("key"), around("block"), named("type", here("key")))
    type: str = field("The type.", here("key"))
    count: int = field("How many.", here("value"))


@strawberry.type(description="Why a block is closed to the viewer.")
class AuthorizationDenial(Node):
    id: strawberry.ID = identified(around("key"), here("id"))
    reason: str = field(
        "Known values: `Feature-based Enrollments`, `Enrollment Track`, `Experiment Group`.",
        here("authorization_denial_reason"),
    )
    message: str | None = field("The reason in the viewer's language.", here("authorization_denial_message"))


@strawberry.type(description="One file of a video.")
class VideoEncoding(Node):
    id: strawberry.ID = identified(around("key"), around("block"), here("key"))
    profile: str = field(
        "Which encoding. Known values: `youtube`, `fallback`, `hls`, `desktop_mp4`, `mobile_high`, `mobile_low`.",
        here("key"),
    )
    url: URL | None = field("Where the file is.", here("value.url"))
    file_size: float | None = field(
        "Size in bytes; null when it is not known.", here("value.file_size", via=lambda size: size or None)
    )


@strawberry.type(description="The text of a video in one language.")
class VideoTranscript(Node):
    id: strawberry.ID = identified(around("key"), around("block"), here("key"))
    language: str = field("Code of the language, such as `en`.", here("key"))
    url: URL | None = field("Where the text is.", here("value"))


@strawberry.type(description="What an app needs to play a video.")
class BlockVideo(Node):
    id: strawberry.ID = identified(around("key"), around("block"))
    only_on_web: bool = field("Whether the apps have to leave it to the browser.", here("only_on_web"))
    duration: float | None = field("Length in seconds; null when it is not known.", here("duration"))
    encodings: list[VideoEncoding] | None = field("Its files.", entries(None, "encoded_videos"))
    transcripts: list[VideoTranscript] | None = field("Its text, by language.", entries(None, "transcripts"))
    sources: list[URL] | None = field("Where the browser may find it.", here("all_sources"))


@strawberry.type(description="A block of a course as the viewer sees it. What the LMS has no data for is null.")
class Block(Node):
    id: strawberry.ID = identified(around("key"), named("block", here("id")))
    key: UsageKey = field("Key of the block.", here("id"))
    type: str = field(
        "Known values: `course`, `chapter`, `sequential`, `vertical`, `html`, `problem`, `video`, `discussion`, and "
        "names of plugins.",
        here("type"),
    )
    display_name: str | None = field("Name of the block.", here("display_name"))
    child_keys: list[UsageKey] = field(
        "The blocks right below it, in order, whether they are listed or not; with `types` the nearest of these types.",
        here("children"),
        resolver=_child_keys,
        steps=steps.course.of_the_row,
    )
    graded: bool | None = field("Whether it counts towards the grade.", here("graded"))
    format: str | None = field("Type of the assignment, as the course team named it.", here("format"))
    start: DateTime | None = field("When it opens.", here("start"))
    due: DateTime | None = field("When it is due for the viewer; null when it is not.", here("due"))
    completion: float | None = field(
        "How far the viewer is, 0 to 1; blocks that hold others are at 0 or 1.", here("completion")
    )
    weight: float | None = field("How many points it is worth, where the course team says so.", here("weight"))
    has_score: bool | None = field("Whether it can be scored.", here("has_score"))
    show_correctness: str | None = field(
        "When correctness is shown. Known values: `always`, `never`, `past_due`, `never_but_include_grade`.",
        here("show_correctness"),
    )
    web_url: URL | None = field("Where it is on the LMS.", here("lms_web_url"))
    student_view_url: URL | None = field("The block alone, for a web view.", here("student_view_url"))
    student_view_multi_device: bool | None = field(
        "Whether that view fits small screens.", here("student_view_multi_device")
    )
    contains_gated_content: bool = field(
        "Whether something in it lies behind the paywall.",
        here("contains_gated_content", "id", via=lambda flag, key: bool(flag)),
    )
    special_exam_info: str | None = field(
        "What kind of special exam it is, in the viewer's language; null for others.",
        here("special_exam_info.short_description"),
    )
    authorization_denial: AuthorizationDenial | None = field(
        "Why it is closed to the viewer; null when it is open.",
        at(MOBILE_BLOCKS, gate="authorization_denial_reason"),
        at(BLOCKS, gate="authorization_denial_reason"),
    )
    counts: list[BlockCount] | None = field(
        "How many blocks of each type lie below.",
        replace(entries(None, "block_counts"), via=_usual_counts),
        resolver=_counts,
        steps=steps.course.of_the_row,
    )
    video: BlockVideo | None = field("The video; null for other types.", here("student_view_data", via=_video))
    discussion_topic_id: strawberry.ID | None = field(
        "The discussion's topic; null for other types.", here("student_view_data.topic_id")
    )
