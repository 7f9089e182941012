// Runs the audit suite of graphql-http against the server at argv[2]; prints one JSON array of its findings.
import { auditServer } from "graphql-http";

const findings = await auditServer({ url: process.argv[2] });
const results = await Promise.all(
  findings.map(async (finding) => ({
    id: finding.id,
    name: finding.name,
    status: finding.status,
    reason: "reason" in finding ? finding.reason : null,
    body: "response" in finding ? await finding.response.text().catch(() => null) : null,
  })),
);
console.log(JSON.stringify(results));
