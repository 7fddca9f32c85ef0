FROM node:22.12.0
ENV NODE_ENV=production
