resource "azurerm_key_vault" "records" {
  name                = "clinic-records"
  resource_group_name = "clinic"
  location            = "eastus2"
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"

  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
    ip_rules       = ["203.0.113.20"]
  }
}

resource "azurerm_key_vault" "tools" {
  name                          = "clinic-tools"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  tenant_id                     = data.azurerm_client_config.current.tenant_id
  sku_name                      = "standard"
  public_network_access_enabled = false
}
