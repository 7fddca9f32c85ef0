FROM node:22.12.0
HEALTHCHECK CMD ["node", "/app/health.js"]
