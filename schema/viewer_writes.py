"""What a learner writes outside of any one course: inputs, payloads and mutations."""

import strawberry

import resolvers.viewer_writes as writes
from loaders.endpoints.viewer_writes import ADD_BOOKMARK, CHANGE_PREFERENCES, CHANGE_TOUR, REMOVE_BOOKMARK
from resolvers import steps
from resolvers.context import Info
from resolvers.row import Row
from resolvers.source import at, known
from schema.bookmark import Bookmark
from schema.declare import field, resolved
from schema.relay import Edge
from schema.scalars import UsageKey
from schema.tour import Tour
from schema.write import CoursePayload, ViewerPayload, mutation


@strawberry.input(description="Which block to bookmark.")
class AddBookmarkInput:
    block: UsageKey = strawberry.field(description="Key of the block.")


@strawberry.input(description="Which bookmark to remove.")
class RemoveBookmarkInput:
    block: UsageKey = strawberry.field(description="Key of the block, or the bookmark's `id`.")


@strawberry.input(description="Which product tours are still to be shown; what is null stays as it is.")
class UpdateTourInput:
    course_home_tour_status: str | None = strawberry.field(
        description="The tour of the course home page: a value of `CourseHomeTourStatus` or the LMS's word for it: "
        "`NO_TOUR` or `no-tour`.",
        default=None,
    )
    show_courseware_tour: bool | None = strawberry.field(
        description="Whether to show the tour of the unit page.", default=None
    )


@strawberry.input(description="Which preference to set.")
class SetPreferenceInput:
    key: str = strawberry.field(description="Name of the preference, such as `time_zone` or `pref-lang`.")
    value: str | None = strawberry.field(description="The value; null deletes the preference.", default=None)


@strawberry.type(description="What came of bookmarking a block.")
class AddBookmarkPayload(CoursePayload):
    bookmark: Bookmark | None = field("The bookmark; adding it again keeps its date.", at(ADD_BOOKMARK))
    bookmark_edge: Edge[Bookmark] | None = resolved(
        "The same as the first entry of the course's bookmarks, for lists that a client keeps itself.",
        writes.added_edge,
        steps=steps.write.told,
        source=ADD_BOOKMARK.name,
    )


@strawberry.type(description="What came of removing a bookmark.")
class RemoveBookmarkPayload(CoursePayload):
    deleted_bookmark_id: strawberry.ID | None = field(
        "`id` of the bookmark that is no longer there; null when nothing was done, and for an old block that was "
        "named by its key, which names no course run.",
        known("deleted_id"),
    )
    removed_key: UsageKey | None = field("Key of the block that is no longer bookmarked.", known("removed"))


@strawberry.type(description="What came of storing which tours are to be shown.")
class UpdateTourPayload(ViewerPayload):
    tour: Tour | None = resolved(
        "The tours as they are now.", writes.updated_tour, steps=steps.write.tour, source="user_tours/user"
    )


@strawberry.type(description="What came of setting a preference.")
class SetPreferencePayload(ViewerPayload):
    pass


async def _add(info: Info, given: AddBookmarkInput) -> Row:
    return await writes.add_bookmark(info, given.block)


async def _remove(info: Info, given: RemoveBookmarkInput) -> Row:
    return await writes.remove_bookmark(info, given.block)


async def _tour(info: Info, given: UpdateTourInput) -> Row:
    return await writes.update_tour(info, given.course_home_tour_status, given.show_courseware_tour)


async def _preference(info: Info, given: SetPreferenceInput) -> Row:
    return await writes.set_preference(info, given.key, given.value)


@strawberry.type(description="What a learner writes outside of any one course.")
class ViewerMutations:
    add_bookmark: AddBookmarkPayload | None = mutation(
        "Bookmarks a block. Takes a bearer token or a session, no JWT.", AddBookmarkInput, _add, ADD_BOOKMARK
    )
    remove_bookmark: RemoveBookmarkPayload | None = mutation(
        "Removes a bookmark. Takes a bearer token or a session, no JWT.",
        RemoveBookmarkInput,
        _remove,
        REMOVE_BOOKMARK,
    )
    update_tour: UpdateTourPayload | None = mutation(
        "Stores which product tours are still to be shown. Takes a JWT or a session.",
        UpdateTourInput,
        _tour,
        CHANGE_TOUR,
    )
    set_preference: SetPreferencePayload | None = mutation(
        "Sets or deletes a preference of the viewer.", SetPreferenceInput, _preference, CHANGE_PREFERENCES
    )
