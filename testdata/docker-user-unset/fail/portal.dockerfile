FROM node:22.12.0 AS build
USER node
RUN npm ci

FROM node:22.12.0
COPY --from=build /app /app
CMD ["node", "/app/server.js"]
