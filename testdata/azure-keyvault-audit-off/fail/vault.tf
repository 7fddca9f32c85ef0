resource "azurerm_key_vault" "records" { # expect: fail
  name                = "clinic-records"
  resource_group_name = "clinic"
  location            = "eastus2"
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"
}
