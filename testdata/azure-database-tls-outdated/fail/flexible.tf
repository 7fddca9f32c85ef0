resource "azurerm_mysql_flexible_server_configuration" "tls" {
  resource_group_name = "clinic"
  server_name         = azurerm_mysql_flexible_server.ehr.name
  name                = "tls_version"
  value               = "TLSv1,TLSv1.2" # expect: fail
}

resource "azurerm_postgresql_flexible_server_configuration" "tls" {
  server_id = azurerm_postgresql_flexible_server.ehr.id
  name      = "ssl_min_protocol_version"
  value     = "TLSv1.1" # expect: fail
}
