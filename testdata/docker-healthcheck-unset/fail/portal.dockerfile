FROM node:22.12.0 AS build
FROM node:22.12.0
CMD ["node", "/app/server.js"]
