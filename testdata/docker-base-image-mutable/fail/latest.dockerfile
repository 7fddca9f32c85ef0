FROM node AS build
RUN npm ci
FROM nginx:latest
COPY --from=build /app /usr/share/nginx/html
