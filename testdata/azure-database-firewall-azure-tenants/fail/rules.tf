resource "azurerm_mssql_firewall_rule" "azure" {
  name             = "azure"
  server_id        = azurerm_mssql_server.ehr.id
  start_ip_address = "0.0.0.0" # expect: fail
  end_ip_address   = "0.0.0.0"
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "azure" {
  name             = "azure"
  server_id        = azurerm_postgresql_flexible_server.ehr.id
  start_ip_address = "0.0.0.0" # expect: fail
  end_ip_address   = "0.0.0.0"
}
