"""Blocks of a course as one flat list, for the mobile apps."""

from collections.abc import Mapping
from typing import Annotated, Any

import strawberry

from loaders.endpoints.block import BLOCKS
from loaders.endpoints.mobile import MOBILE_BLOCKS
from resolvers import block
from resolvers.declare.source import around, at, entries, entry_name, entry_value, here, named
from resolvers.fetch.context import Info
from resolvers.output.row import Row
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
            description="Lists the nearest descendants of these types, 50 types at most. Blocks of other types are "
            "skipped, and their descendants take their place. If null, the blocks directly below."
        ),
    ] = None,
) -> list[str]:
    return block.child_keys(root, types or ())


def _counts(
    root: Row,
    info: Info,
    types: Annotated[
        list[str] | None,
        strawberry.argument(
            description="Types to count, 50 at most. If null, `html`, `problem`, `video` and `discussion`."
        ),
    ] = None,
) -> list[Row] | None:
    return block.counts(root, types or ())


def _usual_counts(counts: Any) -> dict[str, Any]:
    """Removes types that another selection of the operation counts as well."""
    return {name: count for name, count in counts.items() if name in block.COUNTED}


def _or_none(size: Any) -> Any:
    """An unknown size is 0."""
    return size or None


def _video(data: Mapping[str, Any]) -> Any:
    """The data of a video; other types have data of their own."""
    return data if "only_on_web" in data else None


@strawberry.type(description="Number of descendants of one block type.")
class BlockCount(Node):
    id: strawberry.ID = identified(around("key"), around("block"), named("type", entry_name()))
    type: str = field("The block type.", entry_name())
    count: int = field("Number of blocks of this type.", entry_value())


@strawberry.type(description="Why the viewer may not open a block.")
class AuthorizationDenial(Node):
    id: strawberry.ID = identified(around("key"), here("id"))
    reason: str = field(
        "Known values: `Feature-based Enrollments`, `Enrollment Track`, `Experiment Group`.",
        here("authorization_denial_reason"),
    )
    message: str | None = field("The reason in the viewer's language.", here("authorization_denial_message"))


@strawberry.type(description="One file of a video.")
class VideoEncoding(Node):
    id: strawberry.ID = identified(around("key"), around("block"), entry_name())
    profile: str = field(
        "Name of the encoding. Known values: `youtube`, `fallback`, `hls`, `desktop_mp4`, `mobile_high`, `mobile_low`.",
        entry_name(),
    )
    url: URL | None = field("URL of the file.", entry_value("url"))
    file_size: float | None = field("Size in bytes; null if it is not known.", entry_value("file_size", via=_or_none))
    stream_priority: int | None = field(
        "Position in the order in which a player should try the encodings, lowest first; null if it has none.",
        entry_value("stream_priority"),
    )


@strawberry.type(description="The transcript of a video in one language.")
class VideoTranscript(Node):
    id: strawberry.ID = identified(around("key"), around("block"), entry_name())
    language: str = field("Code of the language, such as `en`.", entry_name())
    url: URL | None = field("URL of the transcript.", entry_value())


@strawberry.type(description="Data that an app needs to play a video.")
class BlockVideo(Node):
    id: strawberry.ID = identified(around("key"), around("block"))
    only_on_web: bool = field("Whether the video can be played in a browser only.", here("only_on_web"))
    duration: float | None = field("Length in seconds; null if it is not known.", here("duration"))
    encodings: list[VideoEncoding] | None = field("Files of the video.", entries(None, "encoded_videos"))
    transcripts: list[VideoTranscript] | None = field(
        "Transcripts of the video, by language.", entries(None, "transcripts")
    )
    sources: list[URL] | None = field("URLs of the video for browsers.", here("all_sources"))


@strawberry.type(description="The viewer's points in a sequence.")
class AssignmentProgress(Node):
    id: strawberry.ID = identified(around("key"), around("block"))
    assignment_type: str | None = field("Assignment type; null if it is not graded.", here("assignment_type"))
    short_label: str | None = field("Abbreviation of the type; null if the LMS sends none.", here("short_label"))
    points_earned: float = field("Earned points; 0 if it is not graded.", here("num_points_earned"))
    points_possible: float = field("Possible points; 0 if it is not graded.", here("num_points_possible"))


@strawberry.type(description="A block as a file for offline use.")
class OfflineDownload(Node):
    id: strawberry.ID = identified(around("key"), around("block"))
    file_url: URL | None = field("URL of the file; null while it is being created.", here("file_url"))
    file_size: float | None = field("Size in bytes; null if it is not known.", here("file_size", via=_or_none))
    last_modified: DateTime | None = field("When the file was created.", here("last_modified"))


@strawberry.type(
    description="A block of a course, as the viewer sees it. Fields are null if the LMS has no data for them."
)
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
        "Keys of the direct children, in order, whether the list contains them or not; with `types`, keys of "
        "the nearest descendants of these types.",
        here("children"),
        computed=_child_keys,
        steps=block.computed_from_row,
    )
    graded: bool | None = field("Whether the block counts towards the grade.", here("graded"))
    format: str | None = field("Type of the assignment, as the course team named it.", here("format"))
    start: DateTime | None = field("When the block is released.", here("start"))
    due: DateTime | None = field("When the block is due for the viewer; null if it has no due date.", here("due"))
    completion: float | None = field(
        "Completion by the viewer, 0 to 1; either 0 or 1 for blocks that contain others.", here("completion")
    )
    weight: float | None = field("Weight of the problem in points, if the course team set one.", here("weight"))
    has_score: bool | None = field("Whether the block can be scored.", here("has_score"))
    show_correctness: str | None = field(
        "When correctness is shown. Known values: `always`, `never`, `past_due`, `never_but_include_grade`.",
        here("show_correctness"),
    )
    web_url: URL | None = field("URL of the block on the LMS.", here("lms_web_url"))
    student_view_url: URL | None = field("URL of the block alone, for a web view.", here("student_view_url"))
    student_view_multi_device: bool | None = field(
        "Whether `studentViewUrl` is suitable for small screens.", here("student_view_multi_device")
    )
    contains_gated_content: bool = field(
        "Whether the block contains content for verified learners only.",
        here("contains_gated_content", "id", via=lambda flag, key: bool(flag)),
    )
    special_exam_info: str | None = field(
        "Kind of special exam, in the viewer's language; null for other blocks.",
        here("special_exam_info.short_description"),
    )
    assignment_progress: AssignmentProgress | None = field(
        "The viewer's points in the sequence; null for other blocks, and for a visitor.", here("assignment_progress")
    )
    offline_download: OfflineDownload | None = field(
        "The block as a file for offline use; null if the LMS does not provide one.", here("offline_download")
    )
    authorization_denial: AuthorizationDenial | None = field(
        "Why the viewer may not open the block; null if they may.",
        at(MOBILE_BLOCKS, gate="authorization_denial_reason"),
        at(BLOCKS, gate="authorization_denial_reason"),
    )
    counts: list[BlockCount] | None = field(
        "Numbers of descendants by type.",
        entries(None, "block_counts", via=_usual_counts),
        computed=_counts,
        steps=block.computed_from_row,
    )
    video: BlockVideo | None = field("The video; null for other types.", here("student_view_data", via=_video))
    discussion_topic_id: strawberry.ID | None = field(
        "The LMS's id of the discussion topic; null for other types.", here("student_view_data.topic_id")
    )
