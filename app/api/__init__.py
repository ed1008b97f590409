"""The HTTP face: routers, parameters, paging, problems, caching."""
