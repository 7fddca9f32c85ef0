resource "azurerm_key_vault_key" "data" {
  name         = "data"
  key_vault_id = azurerm_key_vault.clinic.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
}

resource "azurerm_servicebus_namespace" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"

  customer_managed_key {
    key_vault_key_id = azurerm_key_vault_key.data.id
    identity_id      = azurerm_user_assigned_identity.intake.id
  }
}

resource "azurerm_cognitive_account" "language" {
  name                = "clinic-language"
  resource_group_name = "clinic"
  location            = "eastus2"
}

resource "azurerm_cognitive_account_customer_managed_key" "language" {
  cognitive_account_id = azurerm_cognitive_account.language.id
  key_vault_key_id     = azurerm_key_vault_key.data.id
}

resource "azurerm_data_factory" "claims" {
  name                    = "clinic-claims"
  resource_group_name     = "clinic"
  location                = "eastus2"
  customer_managed_key_id = azurerm_key_vault_key.data.id
}
