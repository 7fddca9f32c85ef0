Devise.setup do |config|
  config.timeout_in = 8.hours # expect: fail
end
