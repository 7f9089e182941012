"""The pages' operations as their first front ends send them. Later versions of the pages select more; these stay."""
