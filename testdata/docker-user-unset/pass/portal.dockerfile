FROM node:22.12.0
USER node
CMD ["node", "/app/server.js"]
