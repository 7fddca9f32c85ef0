FROM node:22.12.0
ARG NODE_ENV=production
ARG TOKEN_URL
ENV PASSWORD_MIN_LENGTH=14
RUN --mount=type=secret,id=npm NPM_TOKEN=$(cat /run/secrets/npm) npm ci
