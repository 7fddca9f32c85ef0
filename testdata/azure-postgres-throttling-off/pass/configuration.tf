resource "azurerm_postgresql_flexible_server_configuration" "throttle" {
  server_id = azurerm_postgresql_flexible_server.ehr.id
  name      = "connection_throttle.enable"
  value     = "on"
}
