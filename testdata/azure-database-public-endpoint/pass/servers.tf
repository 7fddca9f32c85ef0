variable "sql_password" {}

resource "azurerm_mssql_server" "ehr" {
  name                          = "clinic-ehr"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  version                       = "12.0"
  administrator_login           = "clinicadmin"
  administrator_login_password  = var.sql_password
  public_network_access_enabled = false
}

resource "azurerm_subnet" "data" {
  name                 = "data"
  resource_group_name  = "clinic"
  virtual_network_name = "clinic"
  address_prefixes     = ["10.20.1.0/24"]
}

resource "azurerm_postgresql_flexible_server" "intake" {
  name                   = "clinic-intake"
  resource_group_name    = "clinic"
  location               = "eastus2"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "clinicadmin"
  administrator_password = var.sql_password
  delegated_subnet_id    = azurerm_subnet.data.id
}

resource "azurerm_mysql_flexible_server" "forms" {
  name                   = "clinic-forms"
  resource_group_name    = "clinic"
  location               = "eastus2"
  version                = "8.0.21"
  sku_name               = "GP_Standard_D2ds_v4"
  administrator_login    = "clinicadmin"
  administrator_password = var.sql_password
  public_network_access  = "Disabled"
}
