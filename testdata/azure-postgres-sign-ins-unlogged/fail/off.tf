variable "sql_password" {}

resource "azurerm_postgresql_flexible_server" "ehr" {
  name                   = "clinic-ehr"
  resource_group_name    = "clinic"
  location               = "eastus2"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "clinicadmin"
  administrator_password = var.sql_password
}

resource "azurerm_postgresql_flexible_server_configuration" "connections" {
  server_id = azurerm_postgresql_flexible_server.ehr.id
  name      = "log_connections"
  value     = "off" # expect: fail
}
