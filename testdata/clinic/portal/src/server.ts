import { createCipheriv, createHash } from "crypto";
import https from "https";
import express from "express";
import jwt from "jsonwebtoken";

const app = express();
const agent = new https.Agent({ rejectUnauthorized: false });

export function fingerprint(chart: string): string {
  return createHash("sha1").update(chart).digest("hex");
}

export function seal(key: Buffer, text: string): string {
  const cipher = createCipheriv("des-ede3-cbc", key, Buffer.alloc(8));
  return cipher.update(text, "utf8", "hex") + cipher.final("hex");
}

app.get("/visits", (request, response) => {
  const session = jwt.verify(String(request.query.token), "", { algorithms: ["none"] });
  response.cookie("session", String(session), { httpOnly: false, secure: false });
  response.json({ ok: true });
});

app.listen(8080);
export { agent };
