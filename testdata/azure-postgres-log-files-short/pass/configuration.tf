resource "azurerm_postgresql_flexible_server_configuration" "files" {
  server_id = azurerm_postgresql_flexible_server.ehr.id
  name      = "logfiles.retention_days"
  value     = "7"
}
