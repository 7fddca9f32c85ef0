resource "azurerm_mssql_firewall_rule" "office" {
  name             = "office"
  server_id        = azurerm_mssql_server.ehr.id
  start_ip_address = "203.0.113.8"
  end_ip_address   = "203.0.113.15"
}

resource "azurerm_mysql_flexible_server_firewall_rule" "azure" {
  name                = "azure"
  resource_group_name = "clinic"
  server_name         = azurerm_mysql_flexible_server.ehr.name
  start_ip_address    = "0.0.0.0"
  end_ip_address      = "0.0.0.0"
}
