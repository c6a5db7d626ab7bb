/** A picture for the tab of the browser: four pods, one of them to come. */
export const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M1 1h6v6H1zM9 1h6v6H9zM1 9h6v6H1z'/%3E%3Cpath d='M9.5 9.5h5v5h-5z' fill='none' stroke='%23000'/%3E%3C/svg%3E";
