"""Mutations of the viewer's own data, with their inputs and payloads."""

import strawberry

import resolvers.viewer_writes as writes
from loaders.endpoints.viewer_writes import (
    ADD_BOOKMARK,
    CHANGE_PREFERENCES,
    CHANGE_TOUR,
    FINISH_TOUR,
    REMOVE_BOOKMARK,
)
from resolvers.declare.source import at, known
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from resolvers.write import plan_payload
from schema.bookmark import Bookmark
from schema.declare import field, found, resolved
from schema.relay import Edge
from schema.scalars import UsageKey
from schema.tour import DiscussionTour, Tour
from schema.write import CoursePayload, ViewerPayload, mutation


@strawberry.input(description="Input of the mutation `addBookmark`.")
class AddBookmarkInput:
    block: UsageKey = strawberry.field(description="Key of the block.")


@strawberry.input(description="Input of the mutation `removeBookmark`.")
class RemoveBookmarkInput:
    block: UsageKey = strawberry.field(description="Key of the block, or the bookmark's `id`.")


@strawberry.input(description="Input of the mutation `updateTour`. Null keeps the current value.")
class UpdateTourInput:
    course_home_tour_status: str | None = strawberry.field(
        description="The tour of the course home page: a value of `CourseHomeTourStatus` or the LMS's word for it: "
        "`NO_TOUR` or `no-tour`.",
        default=None,
    )
    show_courseware_tour: bool | None = strawberry.field(
        description="Whether to show the tour of the unit page.", default=None
    )


@strawberry.input(description="Input of the mutation `finishDiscussionTour`.")
class FinishDiscussionTourInput:
    tour: strawberry.ID = strawberry.field(description="`id` or `lmsId` of the tour.")


@strawberry.input(description="Input of the mutation `setPreference`.")
class SetPreferenceInput:
    key: str = strawberry.field(description="Name of the preference, such as `time_zone` or `pref-lang`.")
    value: str | None = strawberry.field(description="The value; null deletes the preference.", default=None)


@strawberry.type(description="Payload of the mutation `addBookmark`.")
class AddBookmarkPayload(CoursePayload):
    bookmark: Bookmark | None = field("The bookmark. An existing one keeps its date.", at(ADD_BOOKMARK))
    bookmark_edge: Edge[Bookmark] | None = resolved(
        "The bookmark as the first edge of `Course.bookmarks`, for clients that update lists themselves.",
        writes.added_edge,
        steps=plan_payload,
        source=ADD_BOOKMARK.name,
    )


@strawberry.type(description="Payload of the mutation `removeBookmark`.")
class RemoveBookmarkPayload(CoursePayload):
    deleted_bookmark_id: strawberry.ID | None = field(
        "`id` of the removed bookmark; null if nothing was removed, and for a block of an old course that was"
        " given by its key, which contains no course run.",
        known("deleted_id"),
    )
    removed_key: UsageKey | None = field("Key of the block whose bookmark was removed.", known("removed"))


@strawberry.type(description="Payload of the mutation `updateTour`.")
class UpdateTourPayload(ViewerPayload):
    tour: Tour | None = found("The tours after the change.", writes.updated_tour, source="user_tours/user")


@strawberry.type(description="Payload of the mutation `finishDiscussionTour`.")
class FinishDiscussionTourPayload(ViewerPayload):
    tour: DiscussionTour | None = field("The tour after the change.", at(FINISH_TOUR))


@strawberry.type(description="Payload of the mutation `setPreference`.")
class SetPreferencePayload(ViewerPayload):
    pass


async def _add(info: Info, given: AddBookmarkInput) -> Row:
    return await writes.add_bookmark(info, given.block)


async def _remove(info: Info, given: RemoveBookmarkInput) -> Row:
    return await writes.remove_bookmark(info, given.block)


async def _tour(info: Info, given: UpdateTourInput) -> Row:
    return await writes.update_tour(info, given.course_home_tour_status, given.show_courseware_tour)


async def _finish(info: Info, given: FinishDiscussionTourInput) -> Row:
    return await writes.finish_discussion_tour(info, given.tour)


async def _preference(info: Info, given: SetPreferenceInput) -> Row:
    return await writes.set_preference(info, given.key, given.value)


@strawberry.type(description="Mutations of the viewer's own data.")
class ViewerMutations:
    add_bookmark: AddBookmarkPayload | None = mutation(
        "Bookmarks a block. Requires a bearer token or a session; a JWT is not accepted.",
        AddBookmarkInput,
        _add,
        ADD_BOOKMARK,
    )
    remove_bookmark: RemoveBookmarkPayload | None = mutation(
        "Removes a bookmark. Requires a bearer token or a session; a JWT is not accepted.",
        RemoveBookmarkInput,
        _remove,
        REMOVE_BOOKMARK,
    )
    update_tour: UpdateTourPayload | None = mutation(
        "Updates which product tours to show. Requires a JWT or a session.",
        UpdateTourInput,
        _tour,
        CHANGE_TOUR,
    )
    finish_discussion_tour: FinishDiscussionTourPayload | None = mutation(
        "Records that a tour of the discussions page was seen. Requires a JWT or a session.",
        FinishDiscussionTourInput,
        _finish,
        FINISH_TOUR,
    )
    set_preference: SetPreferencePayload | None = mutation(
        "Sets or deletes a preference of the viewer.", SetPreferenceInput, _preference, CHANGE_PREFERENCES
    )
