"""The site: pages into docs/, MkDocs into site/, and serving it while one writes."""
