# The bot with what it needs to run, and nothing else. `docker build -t works-on-arm-bot .` makes it for this machine;
# all of it is plain JavaScript, so the same steps make it for amd64 and arm64.

FROM --platform=$BUILDPLATFORM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

# The program with all that it uses of those packages in a few files: ready in two thirds of the time (docs/decisions/0021).
FROM --platform=$BUILDPLATFORM node:24-slim AS bundle
WORKDIR /tools
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY scripts/bundle scripts/bundle
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
RUN node /tools/scripts/bundle/write-bundle.ts /bundle /app
RUN mkdir /data

FROM node:24-slim
ENV NODE_ENV=production DATABASE_URL=sqlite:/data/bot.sqlite PORT=8080
# Compiled code outlives the container.
ENV NODE_COMPILE_CACHE=/data/compiled
# Issues that are fetched do, too.
ENV CONTENT_COPIES=/data/content
# What young objects may take, and how the C library gives memory back: docs/benchmarks.md.
ENV NODE_OPTIONS=--max-semi-space-size=8
ENV MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=65536 MALLOC_MMAP_THRESHOLD_=32768
WORKDIR /app
COPY --from=bundle /bundle ./
COPY content content
# Only the store and compiled code are written: the rest belongs to root, and the root file system may be read-only.
COPY --from=bundle --chown=node:node /data /data
USER node
VOLUME /data
# That the process answers, not that a platform does: a restart would not mend Slack.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "main.js", "start"]
