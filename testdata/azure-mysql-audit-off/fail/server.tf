variable "sql_password" {}

resource "azurerm_mysql_flexible_server" "ehr" { # expect: fail
  name                   = "clinic-ehr"
  resource_group_name    = "clinic"
  location               = "eastus2"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "clinicadmin"
  administrator_password = var.sql_password
}
