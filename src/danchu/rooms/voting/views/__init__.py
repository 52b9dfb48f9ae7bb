"""Pages of the voting room; each view is a form and a service, or a query and a template."""
