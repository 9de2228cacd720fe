/**
 * Stands in for what Fabric's buttons and lists bring along and ours never open: menus and side panels. The build puts
 * it in their place (webpack.config.js), for a tenth of the pane's script.
 */
function unused(): never {
  throw new Error("This part of Fabric is left out of the build: see ui/unusedFabric.ts");
}

export { unused as ContextualMenu, unused as Panel };
