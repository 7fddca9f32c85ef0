resource "azurerm_postgresql_server" "records" {
  name                    = "clinic-records"
  resource_group_name     = "clinic"
  location                = "eastus2"
  version                 = "11"
  sku_name                = "GP_Gen5_2"
  ssl_enforcement_enabled = false # expect: fail
}

resource "azurerm_mysql_server" "records" {
  name                    = "clinic-records"
  resource_group_name     = "clinic"
  location                = "eastus2"
  version                 = "8.0"
  sku_name                = "GP_Gen5_2"
  ssl_enforcement_enabled = false # expect: fail
}
