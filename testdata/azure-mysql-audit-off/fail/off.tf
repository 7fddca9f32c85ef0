variable "sql_password" {}

resource "azurerm_mysql_flexible_server" "ehr" {
  name                   = "clinic-ehr"
  resource_group_name    = "clinic"
  location               = "eastus2"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "clinicadmin"
  administrator_password = var.sql_password
}

resource "azurerm_mysql_flexible_server_configuration" "audit" {
  resource_group_name = "clinic"
  server_name         = azurerm_mysql_flexible_server.ehr.name
  name                = "audit_log_enabled"
  value               = "OFF" # expect: fail
}
