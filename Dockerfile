# Production image: web and worker from one build. `compose.yaml` shows them with their neighbours.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx prisma generate && node scripts/build-workers.mjs && NEXT_TELEMETRY_DISABLED=1 npx next build && node scripts/support/precompress.mjs
RUN npm prune --omit=dev && rm -rf .next/cache

FROM node:22-bookworm-slim
ENV NODE_ENV=production BROADSHEET_MODE=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build --chown=node:node /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app/.next ./.next
COPY --from=build --chown=node:node /app/dist ./dist
COPY --from=build --chown=node:node /app/prisma ./prisma
COPY --from=build --chown=node:node /app/public ./public
COPY --from=build --chown=node:node /app/scripts ./scripts
COPY --from=build --chown=node:node /app/package.json /app/next.config.ts ./
USER node
EXPOSE 3000
# Other commands: `node scripts/migrate.mjs` before an upgrade, `node dist/worker.mjs` for a worker.
CMD ["node", "scripts/web.mjs"]
