resource "azurerm_mssql_firewall_rule" "office" {
  name             = "office"
  server_id        = azurerm_mssql_server.ehr.id
  start_ip_address = "203.0.113.8"
  end_ip_address   = "203.0.113.15"
}
