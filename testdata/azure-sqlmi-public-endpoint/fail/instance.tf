resource "azurerm_mssql_managed_instance" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  license_type                 = "BasePrice"
  sku_name                     = "GP_Gen5"
  vcores                       = 4
  storage_size_in_gb           = 256
  subnet_id                    = azurerm_subnet.data.id
  public_data_endpoint_enabled = true # expect: fail
}
