resource "azurerm_key_vault" "clinic" {
  name                = "clinic-clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"
}

resource "azurerm_batch_account" "claims" {
  name                 = "clinic-claims"
  resource_group_name  = "clinic"
  location             = "eastus2"
  pool_allocation_mode = "UserSubscription"

  key_vault_reference {
    id  = azurerm_key_vault.clinic.id
    url = azurerm_key_vault.clinic.vault_uri
  }
}
