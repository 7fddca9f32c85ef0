variable "sql_password" {}

resource "azurerm_mssql_server" "ehr" {
  name                          = "clinic-ehr"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  version                       = "12.0"
  administrator_login           = "clinicadmin"
  administrator_login_password  = var.sql_password
  public_network_access_enabled = true # expect: fail
}

resource "azurerm_postgresql_flexible_server" "intake" { # expect: fail
  name                   = "clinic-intake"
  resource_group_name    = "clinic"
  location               = "eastus2"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "clinicadmin"
  administrator_password = var.sql_password
}
