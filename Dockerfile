# The application and its pinned requirements in a virtual environment, on a slim Python.
# `make docker-steps` runs these steps without a container engine.

FROM python:3.13-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore
WORKDIR /src

# The requirements change less often than the code: a layer of their own. The environment gets no pip of its own.
COPY requirements/build.txt requirements/main.txt requirements/
RUN python -m pip install --require-hashes -r requirements/build.txt \
    && python -m venv --without-pip /opt/occupations \
    && python -m pip --python /opt/occupations/bin/python install --require-hashes -r requirements/main.txt

COPY pyproject.toml README.md LICENSE ./
COPY app app
COPY migrations migrations
COPY seed_data seed_data
RUN python -m pip wheel --no-build-isolation --no-deps --wheel-dir /wheels . \
    && python -m pip --python /opt/occupations/bin/python install --no-index --no-deps /wheels/*.whl


FROM python:3.13-slim

COPY --from=build /opt/occupations /opt/occupations
# The one folder that is written: the database lies in it. Everything else may be read-only.
RUN mkdir -p /var/lib/occupations && chown 10001:10001 /var/lib/occupations

ENV OCCUPATIONS_HOST=0.0.0.0 \
    OCCUPATIONS_PORT=8000 \
    OCCUPATIONS_LOG_FORMAT=json \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /var/lib/occupations
VOLUME /var/lib/occupations
EXPOSE 8000
STOPSIGNAL SIGTERM

# The start period leaves time for the first start, which loads the seed data.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["/opt/occupations/bin/python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ['OCCUPATIONS_PORT'] + '/health/ready', timeout=4)"]

ENTRYPOINT ["/opt/occupations/bin/occupations"]
CMD ["serve"]
