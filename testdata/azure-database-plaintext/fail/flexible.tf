resource "azurerm_postgresql_flexible_server_configuration" "tls" {
  server_id = azurerm_postgresql_flexible_server.ehr.id
  name      = "require_secure_transport"
  value     = "off" # expect: fail
}

resource "azurerm_mysql_flexible_server_configuration" "tls" {
  resource_group_name = "clinic"
  server_name         = azurerm_mysql_flexible_server.ehr.name
  name                = "require_secure_transport"
  value               = "OFF" # expect: fail
}
