variable "first" {}

variable "last" {}

resource "azurerm_mssql_firewall_rule" "office" {
  name             = "office"
  server_id        = azurerm_mssql_server.ehr.id
  start_ip_address = var.first # expect: open
  end_ip_address   = var.last
}
