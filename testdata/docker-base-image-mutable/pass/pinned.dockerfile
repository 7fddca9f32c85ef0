FROM node:22.12.0 AS build
RUN npm ci
FROM build AS test
FROM scratch
FROM nginx@sha256:9d7a3d8e1c2b4f5a69788796a5b4c3d2e1f00112233445566778899aabbccdde
