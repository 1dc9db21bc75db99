// What the workspace knows of the server: types only.
export {};
