// The links below the issuer: it may have a path of its own.
const { issuer } = await (await fetch("settings.json")).json();
document.querySelectorAll("#issuer a").forEach((a) => (a.href = issuer + a.getAttribute("href")));
